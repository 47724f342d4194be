export const byId = (id) => document.getElementById(id)

/** A new element; its words are always text, never markup. */
export function make(tag, { className, text, ...properties } = {}, children = []) {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  Object.assign(element, properties)
  element.append(...children)
  return element
}

/** Makes the children match the items, touching only what changed, so that focus and scrolling stay where they are. */
export function syncChildren(parent, items, keyOf, build) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]))
  items.forEach((item, index) => {
    const key = keyOf(item)
    const print = JSON.stringify(item)
    let child = old.get(key)
    if (child?.dataset.print !== print) {
      const fresh = build(item)
      fresh.dataset.key = key
      fresh.dataset.print = print
      const hadFocus = child?.contains(document.activeElement) ?? false
      child?.replaceWith(fresh)
      if (hadFocus) fresh.querySelector('button')?.focus({ preventScroll: true })
      child = fresh
    }
    old.delete(key)
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null)
  })
  for (const left of old.values()) left.remove()
}

/** Runs a change to a log and stays at its end when the reader was there. */
export function keepAtEnd(log, change) {
  const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40
  const before = log.childElementCount
  change()
  if (wasAtEnd || before === 0) log.scrollTop = log.scrollHeight
}

/** Enter sends, Shift+Enter starts a line. Typing with an input method is left alone. */
export function sendOnEnter(field, form) {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
}
