export function KeysOverlay() {
  return null
}
