export function ScreenPop() {
  return null
}
