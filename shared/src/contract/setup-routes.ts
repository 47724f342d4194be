import { z } from 'zod'
import { Appointment } from '../domain/appointment.ts'
import { Device } from '../domain/device.ts'
import { ClosureId, DeviceId } from '../domain/ids.ts'
import { AppointmentType, Closure, Operatory, Practice, Provider, ProviderHours, Setup } from '../domain/practice.ts'
import { type Route, route } from './desk-route.ts'
import { PracticeChange } from './practice-change.ts'
import { Time } from './times.ts'

/** A row of the set-up with the row as staff knew it when they began (null: there was none yet). When it is another by now, and not already
 *  what they want, `CHANGED_MEANWHILE` (details: `current`, the row). Other rows never clash. Without `expected` the last change wins. */
const changing = <S extends z.ZodRawShape>(row: z.ZodObject<S>) => row.extend({ expected: row.nullable().optional() })

/** How the practice is set up, and which desks it has. */
export const setupRoutes = {
  'setup.read': route('GET', '/setup', z.object({}), Setup),
  'practice.change': route('PUT', '/setup/practice', PracticeChange, Practice),
  'provider.put': route('PUT', '/setup/providers/:id', changing(Provider), Provider),
  'operatory.put': route('PUT', '/setup/operatories/:id', changing(Operatory), Operatory),
  'appointmentType.put': route('PUT', '/setup/appointment-types/:id', changing(AppointmentType), AppointmentType),
  'hours.put': route('PUT', '/setup/providers/:providerId/hours', changing(ProviderHours), ProviderHours),
  'closure.add': route(
    'POST',
    '/setup/closures',
    Closure.omit({ id: true, removedAt: true }).extend({ startsAt: Time, endsAt: Time, releasedAt: Time.nullable() }),
    z.object({ closure: Closure, affected: z.array(Appointment) }),
  ),
  'closure.remove': route('DELETE', '/setup/closures/:closureId', z.object({ closureId: ClosureId }), Closure),

  'device.list': route('GET', '/devices', z.object({}), z.array(Device)),
  'device.revoke': route('POST', '/devices/:deviceId/revoke', z.object({ deviceId: DeviceId }), Device),
} satisfies Record<string, Route>
