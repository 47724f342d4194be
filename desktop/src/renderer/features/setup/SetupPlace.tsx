import { useEffect } from 'react'
import { useActions } from '../../live/actions.ts'
import { usePlaces } from '../../live/places.ts'
import { type PracticeNow, usePractice } from '../../live/practice.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { Loading } from '../../ui/Standing.tsx'
import { AssistantSection } from './assistant/AssistantSection.tsx'
import { ClosuresSection } from './ClosuresSection.tsx'
import { DesksSection } from './DesksSection.tsx'
import { HoursSection } from './HoursSection.tsx'
import { NumbersSection } from './NumbersSection.tsx'
import { OperatoriesSection } from './OperatoriesSection.tsx'
import { PracticeSection } from './PracticeSection.tsx'
import { ProvidersSection } from './ProvidersSection.tsx'
import { RegistrationSection } from './registration/RegistrationSection.tsx'
import styles from './SetupPlace.module.css'
import { type Section, unsavedSections, useSetup } from './setup-store.ts'
import { TemplatesSection } from './TemplatesSection.tsx'
import { ThisDeskSection } from './ThisDeskSection.tsx'
import { TypesSection } from './TypesSection.tsx'

type Entry = { section: Section; name: string; Screen: (props: { practice: PracticeNow }) => React.ReactNode }
const SECTIONS: Entry[] = [
  { section: 'practice', name: 'Practice', Screen: PracticeSection },
  { section: 'providers', name: 'Providers', Screen: ProvidersSection },
  { section: 'operatories', name: 'Operatories', Screen: OperatoriesSection },
  { section: 'types', name: 'Appointment types', Screen: TypesSection },
  { section: 'hours', name: 'Hours', Screen: HoursSection },
  { section: 'closures', name: 'Closures', Screen: ClosuresSection },
  { section: 'templates', name: 'Text templates', Screen: TemplatesSection },
  { section: 'numbers', name: 'Numbers', Screen: NumbersSection },
  { section: 'assistant', name: 'Assistant', Screen: AssistantSection },
  { section: 'registration', name: 'Leave to text', Screen: RegistrationSection },
  { section: 'desks', name: 'Desks', Screen: DesksSection },
  { section: 'thisDesk', name: 'This desk', Screen: ThisDeskSection },
]

/** How the practice and this desk are set up. What is typed and not saved stays and is marked, wherever one goes meanwhile. */
export function SetupPlace() {
  const practice = usePractice()
  const { section, show } = useSetup()
  const unsaved = unsavedSections(useSetup())
  const { place, id, visit } = usePlaces()
  const at = SECTIONS.findIndex((one) => one.section === section)
  const here = SECTIONS[at] ?? SECTIONS[0]!
  useSubtitle(unsaved.size > 0 ? `${unsaved.size === 1 ? '1 section' : `${unsaved.size} sections`} not saved` : '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again for the same section is a visit of its own.
  useEffect(() => {
    const asked = SECTIONS.find((one) => one.section === id)
    if (place === 'setup' && asked) show(asked.section)
  }, [place, id, visit])
  useActions([
    {
      id: 'setup-next',
      title: 'Next section',
      keys: ['j', 'down'],
      group: 'Setup',
      isInFooter: true,
      run: () => show(SECTIONS[Math.min(at + 1, SECTIONS.length - 1)]!.section),
    },
    {
      id: 'setup-previous',
      title: 'Previous section',
      keys: ['k', 'up'],
      group: 'Setup',
      isInFooter: true,
      run: () => show(SECTIONS[Math.max(at - 1, 0)]!.section),
    },
    ...SECTIONS.map((one) => ({ id: `setup-${one.section}`, title: `Setup: ${one.name}`, group: 'Setup', run: () => show(one.section) })),
  ])
  if (!practice) return <Loading rows={8} label="Reading the set-up" />
  return (
    <div className={styles.setup}>
      <nav className={styles.sections} aria-label="Sections of Setup">
        <ul>
          {SECTIONS.map((one) => (
            <li key={one.section}>
              <button type="button" aria-current={one.section === here.section || undefined} onClick={() => show(one.section)}>
                {one.name}
                {unsaved.has(one.section) ? <span className={styles.mark}>not saved</span> : null}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div key={here.section} className={styles.content}>
        <here.Screen practice={practice} />
      </div>
    </div>
  )
}
