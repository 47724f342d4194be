import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useSubtitle } from '../../live/subtitle.ts'
import { DayBoard } from '../../ui/board/DayBoard.tsx'
import { Loading, Problem } from '../../ui/Standing.tsx'
import { AppointmentDetail } from './AppointmentDetail.tsx'
import { BookPane } from './BookPane.tsx'
import { ClosurePane } from './ClosurePane.tsx'
import { DayLists } from './DayLists.tsx'
import styles from './DayPlace.module.css'
import { DayToolbar } from './DayToolbar.tsx'
import { useDay } from './day-store.ts'
import { listWords, subtitleOf } from './day-words.ts'
import { blockOf, focusBlock } from './focus-block.ts'
import { MovePane } from './MovePane.tsx'
import { isMoved } from './move-draft.ts'
import { PrintSheet } from './PrintSheet.tsx'
import { useBoardPointer } from './use-board-pointer.ts'
import { useConflicts } from './use-conflicts.ts'
import { useDayActions } from './use-day-actions.ts'
import { type DraftCheck, useDraftCheck, useDraftGhost } from './use-draft-check.ts'
import { beginMove, ghostOf, placeMove, wantedOf } from './use-move.ts'
import { bookInto, useOpenTarget } from './use-open-target.ts'
import { type Scene, useScene } from './use-scene.ts'
import { WeekView } from './WeekView.tsx'

/** The schedule: one day by operatory or provider, or a week; moving, booking and closing time on it. */
export function DayPlace() {
  const { scene, live } = useScene()
  useOpenTarget(scene?.practice ?? null)
  if (!scene) return live.error ? <Problem text={live.error.message} onAgain={live.again} /> : <Loading rows={8} label="Reading the day" />
  return <DayScreen scene={scene} />
}

const NONE: never[] = []

function DayScreen({ scene }: { scene: Scene }) {
  const { practice, day, board, view, columns, now } = scene
  const { isWeek, side, selectedId, move } = useDay()
  const { openDetail, openSide, changeDraft } = useDay.getState()
  const grid = useRef<HTMLDivElement>(null)
  const latest = useRef(scene)
  latest.current = scene
  const place = useCallback(
    (columnId: string, startsAt: Parameters<typeof placeMove>[2]) => placeMove(latest.current, columnId, startsAt),
    [],
  )
  const wanted = move ? wantedOf(move) : null
  const inTheWay = useConflicts(scene.ground, wanted, scene.isLive)
  // Where it stands now needs no excuse.
  const conflicts = move && isMoved(move) ? inTheWay : NONE
  const check = useDraftCheck(scene)
  const draftGhost = useDraftGhost(scene, check)
  const ghost = move && wanted ? ghostOf(scene, wanted, move.name, conflicts) : draftGhost

  const { onGrab } = useBoardPointer({
    board,
    grid,
    onTake: (id) => beginMove(scene, id),
    onDrag: ({ columnId, startsAt }) => place(columnId, startsAt),
    onDraw: ({ columnId, startsAt }) => {
      if (move) return place(columnId, startsAt)
      const where = columns === 'operatories' ? { operatoryId: columnId } : { providerId: columnId }
      changeDraft({ startsAt, timeText: practice.times.dayAndTime(startsAt, practice.today), refusal: null, ...where })
      openSide('book')
    },
  })
  useDayActions(scene, grid)
  useFocusBack(grid, move !== null)
  useInView(grid, selectedId, day)
  const isOpen = move !== null || side !== 'none'
  useSubtitle(subtitleOf(practice, day, board))

  const openOpening = (openingId: string) => {
    const opening = view.openings.find((one) => one.id === openingId)
    if (opening) bookInto(practice, opening)
  }

  return (
    <>
      <div className={styles.place}>
        <DayToolbar practice={practice} day={day} columns={columns} listWords={listWords(view)} />
        <div className={styles.body}>
          <div className={styles.board}>
            {isWeek ? (
              <WeekView scene={scene} />
            ) : (
              <DayBoard
                board={board}
                now={now}
                selectedId={selectedId}
                onOpen={openDetail}
                onOpenOpening={openOpening}
                onGrab={onGrab}
                gridRef={grid}
                ghost={ghost}
              />
            )}
          </div>
          <aside className={styles.side} data-open={isOpen || undefined} data-moving={move ? '' : undefined} aria-label="Beside the day">
            {move ? (
              <MovePane key={move.appointment.id} scene={scene} move={move} conflicts={conflicts} onPlace={place} />
            ) : (
              <SidePane scene={scene} check={check} onOpenOpening={openOpening} />
            )}
          </aside>
        </div>
      </div>
      <PrintSheet scene={scene} />
    </>
  )
}

/** When a visit is dropped or given up, the keyboard is back on it. */
function useFocusBack(grid: RefObject<HTMLDivElement | null>, isMoving: boolean): void {
  const wasMoving = useRef(isMoving)
  useEffect(() => {
    if (wasMoving.current && !isMoving) focusBlock(grid.current, useDay.getState().selectedId)
    wasMoving.current = isMoving
  }, [isMoving, grid])
}

/** A visit that is opened from elsewhere is brought into view. */
function useInView(grid: RefObject<HTMLDivElement | null>, selectedId: string | null, day: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day has other blocks.
  useEffect(() => {
    if (selectedId) blockOf(grid.current, selectedId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grid, selectedId, day])
}

type SidePaneProps = { scene: Scene; check: DraftCheck; onOpenOpening: (openingId: string) => void }

function SidePane({ scene, check, onOpenOpening }: SidePaneProps) {
  const side = useDay((state) => state.side)
  if (side === 'detail') return <AppointmentDetail scene={scene} />
  if (side === 'book') return <BookPane scene={scene} check={check} />
  if (side === 'closure') return <ClosurePane scene={scene} />
  return <DayLists scene={scene} onOpenOpening={onOpenOpening} />
}
