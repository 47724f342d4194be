export function NoticeToast() {
  return null
}
