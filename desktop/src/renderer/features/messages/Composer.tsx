import { toGsm7 } from '@dentalanswer/shared/domain/gsm7.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Textarea } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { ThreadView } from '../../../ipc/views.ts'
import { useActions } from '../../live/actions.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Composer.module.css'
import { useMessages } from './messages-store.ts'
import { OfferTimes } from './OfferTimes.tsx'
import { textLength } from './segment-words.ts'
import { TemplateMenu } from './TemplateMenu.tsx'
import { fieldWords, unfilledFields } from './template-values.ts'
import { sendText } from './thread-commands.ts'

type ComposerProps = { practice: PracticeNow; view: ThreadView; who: string; field: RefObject<HTMLTextAreaElement | null> }

/** Writes to one number. What is typed stays until it has gone, whatever happens around it. */
export function Composer({ practice, view, who, field }: ComposerProps) {
  const { phoneNumber } = view
  const draft = useMessages((state) => state.drafts[phoneNumber] ?? '')
  const tool = useMessages((state) => state.tool)
  const isReplyWanted = useMessages((state) => state.replyTo === phoneNumber)
  const { write, wantReply, openTool, select } = useMessages.getState()
  const [sendingTo, setSendingTo] = useState<PhoneNumber | null>(null)
  const isLive = useIsLive()
  useEffect(() => {
    if (!isReplyWanted) return
    field.current?.focus()
    wantReply(null)
  }, [isReplyWanted, field, wantReply])
  const length = textLength(draft)
  const unfilled = unfilledFields(draft)
  const canSend = draft.trim() !== '' && unfilled.length === 0 && !length.isTooLong && sendingTo === null
  const send = async () => {
    if (!canSend) return
    select(phoneNumber)
    setSendingTo(phoneNumber)
    await sendText(phoneNumber, draft.trim(), who)
    setSendingTo(null)
  }
  const insert = (text: string) => {
    const before = draft.trimEnd()
    write(phoneNumber, before === '' ? text : `${before} ${text}`)
    openTool(null)
    field.current?.focus()
  }
  const group = 'Messages'
  useActions([
    { id: 'messages-send', title: `Send to ${who}`, keys: ['mod+enter'], group, whileTyping: true, run: () => void send() },
    {
      id: 'messages-leave',
      title: 'Leave the field',
      keys: ['escape'],
      group,
      whileTyping: true,
      isHidden: true,
      run: () => {
        if (!tool) return field.current?.blur()
        openTool(null)
        field.current?.focus()
      },
    },
  ])
  const typed = (event: KeyboardEvent) => {
    if (event.key !== '/' || draft !== '') return
    event.preventDefault()
    openTool('templates')
  }
  return (
    <div className={styles.composer}>
      {tool === 'templates' ? <TemplateMenu practice={practice} view={view} onInsert={insert} /> : null}
      {tool === 'times' ? <OfferTimes practice={practice} view={view} onInsert={insert} /> : null}
      <Textarea
        ref={field}
        aria-label={`Text to ${who}`}
        placeholder={`Text to ${who}`}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1_600}
        value={draft}
        onChange={(event) => write(phoneNumber, event.currentTarget.value)}
        onKeyDown={typed}
        onFocus={() => select(phoneNumber)}
        classNames={{ input: styles.field }}
        wrapperProps={{ 'data-private': '' }}
      />
      {unfilled.length > 0 ? <p className={styles.hint}>Write {fieldWords(unfilled)} where the braces are; then it can go.</p> : null}
      {length.dear.length > 0 ? (
        <p className={styles.hint}>
          {length.dear.join(' ')} {length.dear.length === 1 ? 'makes' : 'make'} this text longer to send.{' '}
          <Button size="small" onClick={() => write(phoneNumber, toGsm7(draft))}>
            Use plain letters
          </Button>
        </p>
      ) : null}
      <div className={styles.bar}>
        <Button keys="/" aria-expanded={tool === 'templates'} onClick={() => openTool('templates')}>
          Templates
        </Button>
        <Button aria-expanded={tool === 'times'} onClick={() => openTool('times')}>
          Offer times
        </Button>
        <output className={styles.count}>
          {[draft ? length.words : '', languageWords(view), isLive ? '' : 'waits until connected'].filter(Boolean).join(' · ')}
        </output>
        <Button
          tone="main"
          keys="mod+enter"
          className={styles.send}
          disabled={!canSend}
          isBusy={sendingTo === phoneNumber}
          onClick={() => void send()}
        >
          {isLive ? 'Send' : 'Send later'}
        </Button>
      </div>
    </div>
  )
}

function languageWords({ patients }: ThreadView): string {
  const languages = new Set(patients.map((one) => one.language))
  if (languages.size === 2) return 'English or Spanish'
  return languages.has('es') ? 'Spanish' : 'English'
}
