import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { Select } from '@mantine/core'
import type { BookDraft } from './book-draft.ts'
import { useDay } from './day-store.ts'
import styles from './Pane.module.css'

const ANY = 'any'

/** With whom and where; either may be left to whoever is free. */
export function PlaceFields({ setup, draft }: { setup: Setup; draft: BookDraft }) {
  const { changeDraft } = useDay.getState()
  const type = setup.appointmentTypes.find((one) => one.id === draft.appointmentTypeId)
  const doesIt = (id: string) => !type || type.providers.some((one) => one.providerId === id)
  const isDoneIn = (id: string) => !type || type.operatoryIds.some((one) => one === id)
  const options = (ones: { id: string; name: string; active: boolean }[], fits: (id: string) => boolean) =>
    ones.filter((one) => one.active).map(({ id, name }) => ({ value: id, label: fits(id) ? name : `${name} (not for this)` }))
  return (
    <div className={styles.two}>
      <Select
        label="With"
        allowDeselect={false}
        value={draft.providerId ?? ANY}
        data={[{ value: ANY, label: 'Anyone free' }, ...options(setup.providers, doesIt)]}
        onChange={(value) => changeDraft({ providerId: value === ANY ? null : value, refusal: null })}
      />
      <Select
        label="Where"
        allowDeselect={false}
        value={draft.operatoryId ?? ANY}
        data={[{ value: ANY, label: 'Any operatory' }, ...options(setup.operatories, isDoneIn)]}
        onChange={(value) => changeDraft({ operatoryId: value === ANY ? null : value, refusal: null })}
      />
    </div>
  )
}
