import type { AssistantBody } from './assistant-body.ts'
import { type Assistant, isoInstant, type PhoneNumber, type VapiWorld } from './world.ts'

/** What happens at Vapi without the relay: somebody in the dashboard, another organization, the service itself. */
export type VapiDashboard = {
  changeAssistant: (id: string, patch: Partial<AssistantBody>) => void
  removeAssistant: (id: string) => void
  link: (numberId: string, assistantId: string) => void
  unlink: (numberId: string) => void
  removePhoneNumber: (id: string) => void
  setNumberStatus: (id: string, status: PhoneNumber['status']) => void
  /** Another organization has imported this number. */
  importElsewhere: (phoneNumber: string) => void
  setLimits: (limits: Partial<VapiWorld['limits']>) => void
  /** From now on only this key is right. */
  setKey: (apiKey: string) => void
  /** Nothing is answered any more, neither requests nor calls. */
  setDown: (isDown: boolean) => void
  isDown: () => boolean
}

export function dashboardOf(world: VapiWorld): VapiDashboard {
  const assistant = (id: string): Assistant => {
    const found = world.assistants.get(id)
    if (!found) throw new Error(`${id} is not an assistant of this organization`)
    return found
  }
  const number = (id: string): PhoneNumber => {
    const found = world.phoneNumbers.get(id)
    if (!found) throw new Error(`${id} is not a number of this organization`)
    return found
  }
  const changed = () => ({ updatedAt: isoInstant(world.now()) })
  const changeNumber = (id: string, patch: Partial<PhoneNumber>) => {
    world.phoneNumbers.set(id, { ...number(id), ...patch, ...changed() })
  }
  return {
    changeAssistant: (id, patch) => void world.assistants.set(id, { ...assistant(id), ...patch, ...changed() }),
    removeAssistant: (id) => void world.assistants.delete(assistant(id).id),
    link: (id, assistantId) => changeNumber(id, { assistantId: assistant(assistantId).id }),
    unlink: (id) => {
      const { assistantId: _, ...rest } = number(id)
      world.phoneNumbers.set(id, { ...rest, ...changed() })
    },
    removePhoneNumber: (id) => void world.phoneNumbers.delete(number(id).id),
    setNumberStatus: (id, status) => changeNumber(id, { status }),
    importElsewhere: (phoneNumber) => void world.elsewhere.add(phoneNumber),
    setLimits: (limits) => void Object.assign(world.limits, limits),
    setKey: (apiKey) => {
      world.apiKey = apiKey
    },
    setDown: (isDown) => {
      world.isDown = isDown
    },
    isDown: () => world.isDown,
  }
}
