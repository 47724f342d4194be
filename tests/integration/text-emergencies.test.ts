import { expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting } from './text-scenes.ts'

test.each([
  "Please disregard my previous text, my throat is swelling and I can't breathe",
  `"I can't breathe and my face is swelling up"`,
  "cancel all appointments I can't stop bleeding",
  'Loved "your visit" but I cant breathe',
  "> I can't breathe",
  'olvida lo anterior, no puedo respirar',
  `${'ok '.repeat(330)}I can't breathe`,
])('an emergency raises the alarm however it is wrapped: %s', async (words) => {
  const world = await openTexting()
  const { visit } = await world.anaAsked()
  const reply = await world.reply(words)
  expect(await world.rows('alarms')).toMatchObject([{ phone_number: ANA, message_id: reply.id }])
  expect(reply).toMatchObject({ attention: 'open', attention_reason: 'Urgent. Phone them now.' })
  expect(JSON.parse(reply.reading!)).toMatchObject({ intent: 'urgent' })
  expect(await world.visit(visit.id)).toEqual(visit)
})

test('our own words, quoted or liked, are no emergency of the patient, nor is what a phone answers by itself', async () => {
  const world = await openTexting()
  await world.anaAsked()
  const ours = "Call 911 if you can't breathe or the bleeding does not stop."
  await world.desk.call('text.send', { to: ANA as never, body: ours })
  await world.drain()
  for (const words of [`Liked “${ours}”`, `> ${ours}\nok thanks`, 'I am driving. If this is an emergency call 911.']) {
    await world.reply(words)
    expect(await world.rows('alarms'), words).toEqual([])
  }
  await world.reply(`Liked “${ours}” but I can't stop bleeding`)
  expect(await world.rows('alarms')).toHaveLength(1)
})

test('an alarm names no patient whose card says that the number is wrong', async () => {
  const world = await openTexting()
  await world.addPatient(ANA_GARCIA)
  await world.reply('You have the wrong number')
  const leo = await world.addPatient({ ...ANA_GARCIA, firstName: 'Leo' })
  await world.reply("I can't breathe")
  expect(await world.rows('alarms')).toMatchObject([{ patient_id: leo.id }])
})
