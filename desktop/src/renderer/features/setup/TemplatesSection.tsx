import type { TextTemplate } from '@dentalanswer/shared/domain/text-template.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { moved } from './move-in-order.ts'
import { RowList } from './RowList.tsx'
import styles from './SetupPlace.module.css'
import { TemplateFields } from './TemplateFields.tsx'
import { useRows } from './use-rows.ts'

type Placed = TextTemplate & { position: number }
const blank = (id: string, position: number): Placed => ({ id, position, name: '', bodyEn: '', bodyEs: '' })

/** Texts staff send often, in both languages. */
export function TemplatesSection({ practice }: { practice: PracticeNow }) {
  const { textTemplates } = practice.setup.practice.settings
  const placed = textTemplates.map((one, position) => ({ ...one, position }))
  const { rows, current, isNew, isUnsaved, choose, add, dropNew } = useRows('templates', placed, blank)
  const put = (templates: TextTemplate[], label: string) =>
    runCommand('practice.change', { settings: { textTemplates: templates }, expected: { settings: { textTemplates } } }, label, false)
  const tried = (work: Promise<unknown>) => work.catch((error) => tell({ tone: 'problem', text: wordsOf(error) }))
  const move = (id: string, step: -1 | 1) => {
    const from = textTemplates.findIndex((one) => one.id === id)
    void tried(put(moved(textTemplates, from, step), 'Order of the templates'))
  }
  const remove = async (id: string) => {
    await tried(
      put(
        textTemplates.filter((one) => one.id !== id),
        'Remove a template',
      ),
    )
  }
  const save = ({ id, name, bodyEn, bodyEs }: TextTemplate) => {
    const template = { id, name, bodyEn, bodyEs }
    const isKept = textTemplates.some((one) => one.id === id)
    const templates = isKept ? textTemplates.map((one) => (one.id === id ? template : one)) : [...textTemplates, template]
    return put(templates, `Template ${name}`)
  }
  return (
    <div className={styles.split}>
      <RowList
        title="Text templates"
        rows={rows.map((one) => ({ id: one.id, name: one.name, second: '', isActive: true, isUnsaved: isUnsaved(one.id) }))}
        chosenId={current?.id ?? null}
        onChoose={choose}
        onAdd={add}
        addWords="Add a template"
        onMove={isNew ? null : move}
      />
      {current ? (
        <TemplateFields
          key={current.id}
          practice={practice}
          template={current}
          isNew={isNew}
          onSave={save}
          onRemove={isNew ? dropNew : () => remove(current.id)}
        />
      ) : null}
    </div>
  )
}
