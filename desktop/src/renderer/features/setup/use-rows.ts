import { type Section, useSetup } from './setup-store.ts'

type Kept = { id: string; position: number }

/** The rows of a section in their order, with the new one that is not saved yet at the end, and which is chosen. */
export function useRows<T extends Kept>(section: Section, kept: T[], blank: (id: string, position: number) => T) {
  const { chosen, added, drafts, choose, add, setDraft } = useSetup()
  const sorted = kept.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const addedId = added[section]
  const isAddedThere = addedId !== undefined && !kept.some((one) => one.id === addedId)
  const rows = isAddedThere ? [...sorted, blank(addedId, (sorted.at(-1)?.position ?? -1) + 1)] : sorted
  const current = rows.find((one) => one.id === chosen[section]) ?? rows[0] ?? null
  return {
    rows,
    current,
    isNew: isAddedThere && current?.id === addedId,
    isUnsaved: (id: string) => drafts[`${section}:${id}`] !== undefined || (isAddedThere && id === addedId),
    choose: (id: string) => choose(section, id),
    add: () => (isAddedThere ? choose(section, addedId) : add(section, crypto.randomUUID())),
    /** Throws the new row away. */
    dropNew: () => {
      if (addedId) setDraft(`${section}:${addedId}`, null)
      add(section, null)
      choose(section, null)
    },
  }
}
