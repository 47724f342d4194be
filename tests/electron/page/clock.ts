// Sent to the browser as text too, so it stands alone.

/** Makes this JavaScript world believe in a clock that is `offsetMs` ahead (or behind) and ticks normally. */
export function shiftClock(offsetMs: number): void {
  if (offsetMs === 0) return
  const RealDate = Date
  const now = () => RealDate.now() + offsetMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  RealDate.prototype.constructor = globalThis.Date
  const origin = performance.timeOrigin + offsetMs
  Object.defineProperty(performance, 'timeOrigin', { get: () => origin, configurable: true })
  shiftTemporal()

  function shiftTemporal(): void {
    // biome-ignore lint/suspicious/noExplicitAny: Temporal is younger than the type library of some readers
    const Temporal = (globalThis as any).Temporal
    if (!Temporal) return
    const instant = () => Temporal.Instant.fromEpochMilliseconds(now())
    const zoned = (zone?: string) => instant().toZonedDateTimeISO(zone ?? Temporal.Now.timeZoneId())
    const shifted = {
      instant,
      zonedDateTimeISO: zoned,
      plainDateTimeISO: (zone?: string) => zoned(zone).toPlainDateTime(),
      plainDateISO: (zone?: string) => zoned(zone).toPlainDate(),
      plainTimeISO: (zone?: string) => zoned(zone).toPlainTime(),
    }
    for (const [name, value] of Object.entries(shifted))
      Object.defineProperty(Temporal.Now, name, { value, configurable: true, writable: true })
  }
}
