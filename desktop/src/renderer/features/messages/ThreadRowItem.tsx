import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { ThreadRow } from '../../../ipc/views.ts'
import { usePreferences } from '../../live/session.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { householdName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { previewOf, type RowSay, tagsOf, whenOf } from './row-words.ts'
import styles from './ThreadRows.module.css'

type ThreadRowItemProps = {
  row: ThreadRow
  say: RowSay & { phone: (number: PhoneNumber) => string }
  draft: string | undefined
  isHere: boolean
  onOpen: () => void
}

/** Who is on the number, the newest words, and what the thread is about. */
export function ThreadRowItem({ row, say, draft, isHere, onOpen }: ThreadRowItemProps) {
  const { counterMode } = usePreferences()
  const name = householdName(row.patients) ?? say.phone(row.phoneNumber)
  return (
    <ListRow
      name={name}
      aside={<span className={styles.when}>{whenOf(row.newest.createdAt, say.times, say.today)}</span>}
      isSelected={isHere}
      isQuiet={row.openCount === 0}
      title={counterMode ? undefined : name}
      onOpen={onOpen}
    >
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
    </ListRow>
  )
}
