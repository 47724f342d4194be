import type { ReviewState } from '../../ports/number-supplier.ts'
import { readSid } from './supplier-answer.ts'

type Brand = { sid: string; status: string; failureReason: string; errors: unknown[] }
type ReviewedCampaign = { sid: string; campaignStatus: string; errors: unknown[] }
type Verification = { sid: string; status: string; rejectionReason: string; rejectionReasons: unknown }
type States = Record<string, ReviewState['state']>

const BRAND: States = {
  APPROVED: 'approved',
  FAILED: 'rejected',
  SUSPENDED: 'rejected',
  DELETION_PENDING: 'rejected',
  DELETION_FAILED: 'rejected',
}
const CAMPAIGN: States = { VERIFIED: 'approved', FAILED: 'rejected', SUSPENDED: 'rejected' }
const VERIFICATION: States = { TWILIO_APPROVED: 'approved', TWILIO_REJECTED: 'rejected' }

export function brandState({ sid, status, errors, failureReason }: Brand): ReviewState {
  return reviewState(sid, BRAND[status], [...listOf(errors), failureReason])
}

export function campaignState({ sid, campaignStatus, errors }: ReviewedCampaign): ReviewState {
  return reviewState(sid, CAMPAIGN[campaignStatus], listOf(errors))
}

export function verificationState({ sid, status, rejectionReasons, rejectionReason }: Verification): ReviewState {
  return reviewState(sid, VERIFICATION[status], [...listOf(rejectionReasons), rejectionReason])
}

const LONGEST_PROBLEM = 500

/** A state nobody has heard of is one of waiting. */
function reviewState(sid: string, state: ReviewState['state'] = 'waiting', said: unknown[]): ReviewState {
  const words = [...new Set(said.map(wordsOf).filter((one) => one !== ''))].join(' ')
  return { sid: readSid(sid), state, problem: state === 'rejected' && words ? words.slice(0, LONGEST_PROBLEM).toWellFormed() : null }
}

const listOf = (given: unknown): unknown[] => (Array.isArray(given) ? given : [])

/** What is in these lists is not described; each part names its reason in one of these fields. */
function wordsOf(given: unknown): string {
  if (typeof given === 'string') return given.trim()
  const { description, reason, detail, message } = (given ?? {}) as Record<string, unknown>
  const words = [description, reason, detail, message].find((one) => typeof one === 'string')
  return typeof words === 'string' ? words.trim() : ''
}

export function newestOf<T extends { dateCreated: Date }>(all: T[]): T | undefined {
  return all.toSorted((a, b) => b.dateCreated.getTime() - a.dateCreated.getTime())[0]
}
