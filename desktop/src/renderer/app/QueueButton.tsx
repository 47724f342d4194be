export function QueueButton() {
  return null
}
