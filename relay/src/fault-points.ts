/** Places a fault test may stop the process at, by name. Does nothing unless a test replaced `reach`. */
export const faultPoints = { reach(_name: string): void {} }
