/** Words of a day as they stand inside a sentence: "today 2:30 PM". Names of days and months keep their capital. */
export const inSentence = (words: string): string => words.replace(/^(Today|Tomorrow|Yesterday)\b/, (day) => day.toLowerCase())
