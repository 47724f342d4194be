import {
  IconActivityHeartbeat,
  IconCalendar,
  IconChartBar,
  IconCheck,
  IconClockPlay,
  IconMessage,
  IconPhone,
  IconSettings,
  IconUser,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { CallbacksPlace } from '../features/callbacks/CallbacksPlace.tsx'
import { CallsPlace } from '../features/calls/CallsPlace.tsx'
import { ConfirmPlace } from '../features/confirm/ConfirmPlace.tsx'
import { DayPlace } from '../features/day/DayPlace.tsx'
import { MessagesPlace } from '../features/messages/MessagesPlace.tsx'
import { NowPlace } from '../features/now/NowPlace.tsx'
import { PeoplePlace } from '../features/people/PeoplePlace.tsx'
import { ReportsPlace } from '../features/reports/ReportsPlace.tsx'
import { SetupPlace } from '../features/setup/SetupPlace.tsx'
import type { Place } from '../live/places.ts'

export type PlaceEntry = {
  place: Place
  name: string
  key: string
  Icon: ComponentType<{ size?: number; stroke?: number }>
  Screen: ComponentType
}

/** The places of the left rail from top to bottom; Setup stands at its foot. A digit opens each. */
export const PLACES: PlaceEntry[] = [
  { place: 'now', name: 'Now', key: '1', Icon: IconActivityHeartbeat, Screen: NowPlace },
  { place: 'calls', name: 'Calls', key: '2', Icon: IconPhone, Screen: CallsPlace },
  { place: 'messages', name: 'Messages', key: '3', Icon: IconMessage, Screen: MessagesPlace },
  { place: 'confirm', name: 'Confirm', key: '4', Icon: IconCheck, Screen: ConfirmPlace },
  { place: 'day', name: 'Day', key: '5', Icon: IconCalendar, Screen: DayPlace },
  { place: 'people', name: 'People', key: '6', Icon: IconUser, Screen: PeoplePlace },
  { place: 'callbacks', name: 'Callbacks', key: '7', Icon: IconClockPlay, Screen: CallbacksPlace },
  { place: 'reports', name: 'Reports', key: '8', Icon: IconChartBar, Screen: ReportsPlace },
  { place: 'setup', name: 'Setup', key: '0', Icon: IconSettings, Screen: SetupPlace },
]
