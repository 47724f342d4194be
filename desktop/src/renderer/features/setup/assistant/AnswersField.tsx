import type { PracticeAnswer } from '@dentalanswer/shared/domain/assistant.ts'
import { Input, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { RowOrder } from '../RowOrder.tsx'
import styles from './Assistant.module.css'
import { ASSISTANT_FIELDS, MOST_ANSWERS } from './assistant-form.ts'

type AnswersFieldProps = { answers: PracticeAnswer[]; problem: string | undefined; onChange: (answers: PracticeAnswer[]) => void }

/** What callers ask and what the practice wants said. */
export function AnswersField({ answers, problem, onChange }: AnswersFieldProps) {
  const [isAdded, setAdded] = useState(false)
  const put = (at: number, part: Partial<PracticeAnswer>) => onChange(answers.with(at, { ...answers[at]!, ...part }))
  return (
    <Input.Wrapper
      label={ASSISTANT_FIELDS.answers}
      description="Parking, opening hours on holidays, payment, what to bring. It says nothing about the practice that is not written here or known from Setup."
      error={problem}
      labelElement="div"
      role="group"
      aria-label={ASSISTANT_FIELDS.answers}
    >
      {answers.map((one, at) => {
        const name = one.question || `question ${at + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what a row is.
          <div key={at} className={styles.answer}>
            <TextInput
              aria-label={`Question ${at + 1}`}
              placeholder="What callers ask"
              maxLength={200}
              autoFocus={isAdded && at === answers.length - 1}
              value={one.question}
              onChange={(event) => put(at, { question: event.currentTarget.value })}
            />
            <span className={styles.order}>
              <RowOrder rows={answers} at={at} name={name} onChange={onChange} />
            </span>
            <Textarea
              className={styles.said}
              aria-label={`Answer ${at + 1}`}
              placeholder="What it says"
              autosize
              minRows={2}
              maxRows={8}
              maxLength={600}
              value={one.answer}
              onChange={(event) => put(at, { answer: event.currentTarget.value })}
            />
          </div>
        )
      })}
      <div className={styles.add}>
        <Button
          size="small"
          disabled={answers.length >= MOST_ANSWERS}
          onClick={() => {
            setAdded(true)
            onChange([...answers, { question: '', answer: '' }])
          }}
        >
          Add a question
        </Button>
      </div>
    </Input.Wrapper>
  )
}
