import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { ThreadRow } from '../../../ipc/views.ts'
import { householdName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { previewOf, type RowSay, tagsOf, whenOf } from './row-words.ts'
import styles from './ThreadListPane.module.css'

type ThreadRowItemProps = {
  row: ThreadRow
  say: RowSay & { phone: (number: PhoneNumber) => string }
  draft: string | undefined
  isHere: boolean
  onOpen: () => void
}

/** Who is on the number, the newest words, and what the thread is about. */
export function ThreadRowItem({ row, say, draft, isHere, onOpen }: ThreadRowItemProps) {
  const name = householdName(row.patients) ?? say.phone(row.phoneNumber)
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={isHere || undefined}
      data-unread={row.openCount > 0 || undefined}
      onClick={onOpen}
    >
      <span className={styles.top}>
        <span className={styles.name} title={name}>
          <PersonText>{name}</PersonText>
        </span>
        <span className={styles.when}>{whenOf(row.newest.createdAt, say.times, say.today)}</span>
      </span>
      <span className={styles.words}>
        {draft ? (
          <>
            <em>Draft:</em> <PersonText>{draft}</PersonText>
          </>
        ) : (
          <PersonText>{previewOf(row)}</PersonText>
        )}
      </span>
      <span className={styles.tags}>
        {tagsOf(row, say).map((tag) => (
          <Tag key={tag.words} tone={tag.tone}>
            {tag.words}
          </Tag>
        ))}
      </span>
    </button>
  )
}
