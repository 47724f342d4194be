import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAtDesk, mergeAtDesk, takeOverAtDesk } from './desk-scenarios.ts'
import { dieEverywhere } from './die-everywhere.ts'
import { closeLabs, type Lab, openLabs } from './fault-lab.ts'

let labs: Lab[]
beforeAll(async () => {
  labs = await openLabs()
})
afterAll(() => closeLabs(labs))

test('a relay killed anywhere while two records are merged has merged them whole, once', async () => {
  const points = await dieEverywhere(labs, (lab) => ({ ...mergeAtDesk(lab), covers: (point) => point.startsWith('patient.merge:') }))
  expect(points).toEqual(expect.arrayContaining(['patient.merge:1', 'patient.merge:commit', 'patient.merge:committed']))
})

test('a relay killed anywhere while a patient is asked to confirm asks once', async () => {
  const covers = (point: string, nth: number) =>
    point.startsWith('appointment.ask:') || (nth === 1 && /^(start-sending|send|record-outcome):/.test(point))
  const points = await dieEverywhere(labs, (lab) => ({ ...askAtDesk(lab), covers }))
  expect(points).toEqual(expect.arrayContaining(['appointment.ask:commit', 'appointment.ask:committed', 'send:after-vendor']))
})

test('a relay killed anywhere while a live call is taken over has it put through once, and nobody is forgotten', async () => {
  const covers = (point: string, nth: number) =>
    point.startsWith('call.takeOver:') || (nth === 1 && /^(start-transfer|transfer|record-transfer):/.test(point))
  const points = await dieEverywhere(labs, (lab) => ({ ...takeOverAtDesk(lab), covers }))
  expect(points).toEqual(
    expect.arrayContaining([
      'call.takeOver:commit',
      'start-transfer:commit',
      'transfer:before-vendor',
      'transfer:after-vendor',
      'record-transfer:committed',
    ]),
  )
})
