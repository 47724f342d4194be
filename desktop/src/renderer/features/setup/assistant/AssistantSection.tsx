import type { PracticeNow } from '../../../live/practice.ts'
import styles from './Assistant.module.css'
import { AssistantForm } from './AssistantForm.tsx'
import { PublishBar } from './PublishBar.tsx'
import { VersionList } from './VersionList.tsx'

/** Setup → Assistant: what it is told, whether it knows it already, and what it was told before. */
export function AssistantSection({ practice }: { practice: PracticeNow }) {
  return (
    <div className={styles.page}>
      <PublishBar practice={practice} />
      <AssistantForm practice={practice} />
      <VersionList practice={practice} />
    </div>
  )
}
