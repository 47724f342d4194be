const STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next larger or smaller size of a browser's usual steps, 50 % to 300 %. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const larger = STEPS.find((step) => step > zoom + 0.001) ?? STEPS.at(-1)!
  const smaller = STEPS.findLast((step) => step < zoom - 0.001) ?? STEPS[0]!
  return direction === 1 ? larger : smaller
}
