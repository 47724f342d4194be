import type { DaysView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import type { Board } from '../../ui/board/board.ts'
import { mainNumber } from '../../ui/main-number.ts'

type SheetRow = { key: string; time: string; name: string; words: string; phone: string; note: string }
type SheetColumn = { id: string; title: string; rows: SheetRow[] }

/** The day on paper: for each column its visits, openings and closures by time, under the names a board may carry. */
export function sheetOf(board: Board, view: DaysView, practice: Pick<PracticeNow, 'times' | 'phone'>, withPhones: boolean): SheetColumn[] {
  const { times } = practice
  const at = (minute: number) =>
    times.clock(new Date(board.axis.startMs + minute * 60_000).toISOString() as Parameters<typeof times.clock>[0])
  const appointments = new Map(view.appointments.map((one) => [one.id as string, one]))
  const patients = new Map(view.patients.map((one) => [one.id as string, one]))
  return board.columns.map((column) => {
    const visits = column.blocks.map((block) => {
      const appointment = block.appointmentId ? appointments.get(block.appointmentId) : undefined
      const number = appointment ? mainNumber(patients.get(appointment.patientId) ?? null) : null
      return {
        from: block.from,
        row: {
          key: block.key,
          time: `${at(block.from)}–${at(block.to)}`,
          name: block.name,
          words: block.words,
          phone: withPhones && number ? practice.phone(number) : '',
          note: appointment?.note ?? '',
        },
      }
    })
    const others = [
      ...column.openings.map((one) => ({ key: one.openingId as string, from: one.from, to: one.to, name: 'Open' })),
      ...column.closures.map((one) => ({ key: one.closureId, from: one.from, to: one.to, name: one.label })),
    ].map(({ key, from, to, name }) => ({ from, row: { key, time: `${at(from)}–${at(to)}`, name, words: '', phone: '', note: '' } }))
    return {
      id: column.id,
      title: column.under ? `${column.title} · ${column.under}` : column.title,
      rows: [...visits, ...others].toSorted((a, b) => a.from - b.from).map((one) => one.row),
    }
  })
}
