import { readFileSync } from 'node:fs'
import { guarded } from './guard.ts'

/** A picture by its bytes. Sizes are read from PNG; other formats count as 1 × 1. */
export class NativeImage {
  private bytes: Buffer
  readonly _source: string
  isMacTemplateImage = false

  constructor(bytes: Buffer, source: string) {
    this.bytes = bytes
    this._source = source
    // biome-ignore lint/correctness/noConstructorReturn: see guard.ts
    return guarded('nativeImage', this)
  }
  isEmpty(): boolean {
    return this.bytes.length === 0
  }
  getSize(): { width: number; height: number } {
    if (this.isEmpty()) return { width: 0, height: 0 }
    const isPng = this.bytes.subarray(1, 4).toString('latin1') === 'PNG'
    return isPng ? { width: this.bytes.readUInt32BE(16), height: this.bytes.readUInt32BE(20) } : { width: 1, height: 1 }
  }
  getAspectRatio(): number {
    const { width, height } = this.getSize()
    return height ? width / height : 1
  }
  toPNG(): Buffer {
    return this.bytes
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.bytes.toString('base64')}`
  }
  setTemplateImage(isTemplate: boolean): void {
    this.isMacTemplateImage = isTemplate
  }
  isTemplateImage(): boolean {
    return this.isMacTemplateImage
  }
  // Scaling and extra densities do not change which picture it is.
  resize(): NativeImage {
    return this
  }
  addRepresentation(_options: object): void {}
}

export const nativeImage = guarded('nativeImage', {
  createEmpty: () => new NativeImage(Buffer.alloc(0), ''),
  createFromPath(path: string): NativeImage {
    try {
      return new NativeImage(readFileSync(path), path)
    } catch {
      // Electron answers a path it cannot read with an empty image.
      return new NativeImage(Buffer.alloc(0), '')
    }
  },
  createFromBuffer: (buffer: Buffer) => new NativeImage(buffer, 'buffer'),
  createFromDataURL(url: string): NativeImage {
    const encoded = url.slice(url.indexOf(',') + 1)
    return new NativeImage(Buffer.from(encoded, 'base64'), 'data')
  },
})

/** What an effect says about a picture: the file it came from, or what else it is. */
export const imageSource = (image: unknown): string =>
  image instanceof NativeImage ? image._source : typeof image === 'string' ? image : ''
