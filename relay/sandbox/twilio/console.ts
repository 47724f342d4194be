import { type KnownRegistrations, restoreRegistrations } from './known-registrations.ts'
import { type AvailableNumber, forSale } from './number-pool.ts'
import type { OutsideLine } from './outside-lines.ts'
import { changeNumber, type NumberChange } from './owned-numbers.ts'
import { setRegistration } from './registration-routes.ts'
import {
  advanceRegistrations,
  type BrandStatus,
  type RegistrationStatus,
  setBrandStatus,
  setTollFreeStatus,
  type TollFreeStatus,
} from './registrations.ts'
import {
  type AccountState,
  dropNumber,
  leaveService,
  type MessagingService,
  numberNamed,
  type OwnedNumber,
  type Registration,
  type TwilioWorld,
} from './world.ts'

/** What happens at Twilio without the relay: somebody in the console, reviewers, other customers, lines outside. */
export type TwilioConsole = {
  /** What somebody changes in the console, by a number or its id. */
  configure: (sidOrNumber: string, change: NumberChange) => void
  removeNumber: (sidOrNumber: string) => void
  removeFromService: (sidOrNumber: string) => void
  services: () => MessagingService[]
  account: () => AccountState
  setAccount: (state: AccountState) => void
  /** From now on only this token is right. */
  setToken: (authToken: string) => void
  /** Nothing is left to buy in an area code. */
  sellOut: (areaCode: string, isSoldOut?: boolean) => void
  soldOut: () => string[]
  /** Somebody else buys a number. */
  sell: (phoneNumber: string) => void
  /** What is for sale in an area code now. */
  poolOf: (areaCode: string) => AvailableNumber[]
  setRegistration: (serviceSid: string, status: RegistrationStatus, reason?: string) => void
  setBrand: (brandSid: string, status: BrandStatus, reason?: string) => void
  setTollFree: (verificationSid: string, status: TollFreeStatus, reason?: string) => void
  /** Every registration that waits goes one step on. */
  advanceRegistrations: () => void
  /** Brings back registrations of before, as the API showed them. */
  addRegistrations: (known: KnownRegistrations) => void
  registrations: () => { brands: Registration[]; campaigns: Registration[]; verifications: Registration[] }
  /** How a line outside behaves from now on; null makes it ordinary again: a person picks up. */
  setLine: (phoneNumber: string, line: OutsideLine | null) => void
  lineOf: (phoneNumber: string) => OutsideLine | null
}

export function consoleOf(world: TwilioWorld): TwilioConsole {
  const numberOf = (sidOrNumber: string): OwnedNumber => {
    const owned = numberNamed(world, sidOrNumber)
    if (!owned) throw new Error(`${sidOrNumber} is not a number of this account`)
    return owned
  }
  const registration = (all: Map<string, Registration>, sid: string): Registration => {
    const found = all.get(sid)
    if (!found) throw new Error(`${sid} is not a registration of this account`)
    return found
  }
  return {
    configure: (sidOrNumber, change) => void changeNumber(world, numberOf(sidOrNumber), change),
    removeNumber: (sidOrNumber) => dropNumber(world, numberOf(sidOrNumber)),
    removeFromService: (sidOrNumber) => leaveService(world, numberOf(sidOrNumber)),
    services: () => [...world.services.values()],
    account: () => world.account,
    setAccount: (state) => {
      world.account = state
    },
    setToken: (authToken) => {
      world.authToken = authToken
    },
    sellOut: (areaCode, isSoldOut = true) => void (isSoldOut ? world.sold.areaCodes.add(areaCode) : world.sold.areaCodes.delete(areaCode)),
    soldOut: () => [...world.sold.areaCodes],
    sell: (phoneNumber) => void world.sold.phoneNumbers.add(phoneNumber),
    poolOf: (areaCode) => forSale(world.sold, areaCode).filter(({ phoneNumber }) => !numberNamed(world, phoneNumber)),
    setRegistration: (serviceSid, status, reason) => setRegistration(world, serviceSid, status, reason),
    setBrand: (sid, status, reason) => setBrandStatus(world, registration(world.brands, sid), status, reason),
    setTollFree: (sid, status, reason) => setTollFreeStatus(world, registration(world.verifications, sid), status, reason),
    advanceRegistrations: () => advanceRegistrations(world),
    addRegistrations: (known) => restoreRegistrations(world, known),
    registrations: () => ({
      brands: [...world.brands.values()],
      campaigns: [...world.registrations.values()],
      verifications: [...world.verifications.values()],
    }),
    setLine: (phoneNumber, line) => void (line ? world.lines.set(phoneNumber, line) : world.lines.delete(phoneNumber)),
    lineOf: (phoneNumber) => world.lines.get(phoneNumber) ?? null,
  }
}
