import { formatPhone } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { RegistrationDetails } from '@dentalanswer/shared/domain/registration.ts'
import { fillTemplate, type TextTemplate } from '@dentalanswer/shared/domain/text-template.ts'
import { appointmentText } from '../messaging/text-templates.ts'
import type { Campaign } from '../ports/number-supplier.ts'

// Lengths that carriers ask for: description 40–4096, how patients agree 40–2048, two to five samples of 20–1024.
const MOST_SAMPLES = 5
const SHORTEST_SAMPLE = 20
const LONGEST_SAMPLE = 1_024
const LONGEST_FLOW = 2_048
const STOP_WORDS = 'Reply STOP to opt out.'

const hasLink = (text: string): boolean => /https?:\/\/|\bwww\.|\b[a-z0-9-]+\.(com|net|org|dental)\b/i.test(text)

/** What carriers are told about the texts of a practice, made from its own set-up. Holds no patient. */
export function campaignOf(practice: Practice, details: RegistrationDetails, now: Instant): Campaign {
  return {
    description: useCaseOf(details),
    messageFlow: details.optInWording.slice(0, LONGEST_FLOW).toWellFormed(),
    samples: samplesOf(practice, now),
    privacyUrl: details.privacyUrl,
    termsUrl: details.termsUrl,
  }
}

export function useCaseOf(details: RegistrationDetails): string {
  return (
    `${details.legalName} is a dental practice in ${details.city}, ${details.region}. It texts its own patients about their appointments: ` +
    'receipts of bookings, requests to confirm, changes and cancellations, and answers to what patients text. It sends no advertising.'
  )
}

/** Texts as patients get them: the receipt of a booking first, then what staff often send. None with a link, because the registration
 *  says that there are none. */
export function samplesOf(practice: Practice, now: Instant): string[] {
  const startsAt = addMinutes(now, 7 * 1_440)
  const receipts = (['booked', 'moved'] as const).map((kind) =>
    appointmentText({ practice, firstName: 'Alex', startsAt, language: 'en' }, kind),
  )
  const typed = practice.settings.textTemplates.filter((one) => !hasLink(one.bodyEn)).map((one) => filled(practice, one))
  return [...receipts, ...typed]
    .map((text) => complete(practice, text))
    .filter((text, at, all) => text.length >= SHORTEST_SAMPLE && all.indexOf(text) === at)
    .slice(0, MOST_SAMPLES)
}

function filled(practice: Practice, template: TextTemplate): string {
  const phone = formatPhone(practice.phoneNumber, practice.country)
  return fillTemplate(template.bodyEn, { practice: practice.textName, firstName: 'Alex', day: 'Tue Dec 1', time: '2:00 PM', phone })
}

/** Carriers want to see who writes and how to end it in each sample. */
function complete(practice: Practice, text: string): string {
  const named = text.includes(practice.textName) ? text : `${practice.textName}: ${text}`
  const room = LONGEST_SAMPLE - STOP_WORDS.length - 1
  return /\bSTOP\b/.test(named) ? named.slice(0, LONGEST_SAMPLE) : `${named.slice(0, room).toWellFormed()} ${STOP_WORDS}`
}
