/** For screen readers alone: an emergency interrupts, the rest waits its turn. Always there, or the first words would not be heard. */
export function Heard({ words, isUrgent }: { words: string; isUrgent: boolean }) {
  return isUrgent ? (
    <p role="alert" data-unseen="">
      {words}
    </p>
  ) : (
    <output data-unseen="">{words}</output>
  )
}
