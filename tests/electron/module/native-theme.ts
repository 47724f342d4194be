import { settings } from '../settings.ts'
import { GuardedEmitter } from './guard.ts'

type Source = 'system' | 'light' | 'dark'

class NativeTheme extends GuardedEmitter {
  private source: Source = 'system'
  _system: 'light' | 'dark' = settings.colorScheme
  readonly shouldUseHighContrastColors = settings.hasForcedColors
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = settings.hasForcedColors
  readonly prefersReducedTransparency = false
  readonly shouldDifferentiateWithoutColor = false

  constructor() {
    super('nativeTheme')
  }
  get themeSource(): Source {
    return this.source
  }
  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${source}`)
    this._change(() => {
      this.source = source
    })
  }
  get shouldUseDarkColors(): boolean {
    return (this.source === 'system' ? this._system : this.source) === 'dark'
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this._system === 'dark'
  }

  /** The machine itself turns dark or light. */
  _setSystem(scheme: 'light' | 'dark'): void {
    this._change(() => {
      this._system = scheme
    })
  }
  /** What a page's media queries see. */
  _mediaFeatures(): { name: string; value: string }[] {
    return [
      { name: 'prefers-color-scheme', value: this.shouldUseDarkColors ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: settings.hasReducedMotion ? 'reduce' : 'no-preference' },
      { name: 'forced-colors', value: settings.hasForcedColors ? 'active' : 'none' },
    ]
  }
  private _change(change: () => void): void {
    const before = this.shouldUseDarkColors
    change()
    if (this.shouldUseDarkColors !== before) this.emit('updated')
  }
}

export const nativeTheme = new NativeTheme()
