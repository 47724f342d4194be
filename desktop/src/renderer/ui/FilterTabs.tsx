import styles from './FilterTabs.module.css'

type FilterTabsProps<T extends string> = {
  /** What is chosen here, for those who hear it. */
  legend: string
  tabs: readonly { id: T; words: string; count?: number; title?: string }[]
  chosen: T
  onChoose: (id: T) => void
}

/** Which part of a list is shown, with how many are in each. */
export function FilterTabs<T extends string>({ legend, tabs, chosen, onChoose }: FilterTabsProps<T>) {
  return (
    <fieldset className={styles.tabs}>
      <legend data-unseen="">{legend}</legend>
      {tabs.map(({ id, words, count, title }) => (
        <button key={id} type="button" title={title} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {count === undefined ? words : `${words} ${count}`}
        </button>
      ))}
    </fieldset>
  )
}
