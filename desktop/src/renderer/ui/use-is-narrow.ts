import { useMediaQuery } from '@mantine/hooks'

/** Whether a list and what it opens share one place: where the width beside the rail is 760 pixels or less. */
export const useIsNarrow = (): boolean => useMediaQuery('(max-width: 834px)') ?? false
