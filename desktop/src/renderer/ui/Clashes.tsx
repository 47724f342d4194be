import { Button } from './Button.tsx'
import styles from './Clashes.module.css'
import { PersonText } from './PersonText.tsx'

type Clash = { field: string; name: string; mine: string; theirs: string }
type ClashesProps = { clashes: Clash[]; onKeep: (field: string, keep: 'mine' | 'theirs') => void }

/** Fields that somebody else changed while they were being changed here: both versions side by side, and a choice for each. */
export function Clashes({ clashes, onKeep }: ClashesProps) {
  if (clashes.length === 0) return null
  return (
    <section className={styles.clashes} role="alert" aria-label="Changed at another desk meanwhile">
      <h3>Changed at another desk while you typed. Choose which to keep.</h3>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">Yours</th>
            <th scope="col">Theirs, saved</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((one) => (
            <tr key={one.field}>
              <th scope="row">{one.name}</th>
              <td>
                <PersonText>{one.mine || 'empty'}</PersonText>
                <Button size="small" aria-label={`Keep yours: ${one.name}`} onClick={() => onKeep(one.field, 'mine')}>
                  Keep yours
                </Button>
              </td>
              <td>
                <PersonText>{one.theirs || 'empty'}</PersonText>
                <Button size="small" aria-label={`Take theirs: ${one.name}`} onClick={() => onKeep(one.field, 'theirs')}>
                  Take theirs
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
