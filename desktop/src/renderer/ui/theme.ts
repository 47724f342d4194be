import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

type Shades = Record<keyof typeof light, string>

const light = {
  ground: '#f4f6f8',
  panel: '#ffffff',
  raised: '#ffffff',
  sunken: '#eceff3',
  line: '#e1e6eb',
  strongLine: '#c6ced6',
  ink: '#16202a',
  second: '#51606e',
  faint: '#63707c',
  accent: '#0b6e75',
  accentHover: '#095d63',
  onAccent: '#ffffff',
  accentSoft: '#e2f1f1',
  red: '#c22f2f',
  onRed: '#ffffff',
  redSoft: '#fbe9e9',
  amber: '#955300',
  amberSoft: '#fdf1de',
  amberStripe: '#f6dfb8',
  green: '#1e6b45',
  greenSoft: '#e3f3ea',
  violet: '#5b46c2',
  violetSoft: '#ece9fa',
  greySoft: '#e9edf1',
  rail: '#10242b',
  railInk: '#a9bcc4',
  railHere: '#ffffff',
  railHereGround: '#1d3a43',
  shade: 'rgb(22 32 42 / 0.35)',
}

const dark: Shades = {
  ground: '#10171c',
  panel: '#172026',
  raised: '#1c262d',
  sunken: '#0c1216',
  line: '#28343c',
  strongLine: '#3c4a53',
  ink: '#e7edf1',
  second: '#a3b1bb',
  faint: '#8b99a3',
  accent: '#53c0c4',
  accentHover: '#6fd0d3',
  onAccent: '#06282a',
  accentSoft: '#143438',
  red: '#ff8580',
  onRed: '#3a0a08',
  redSoft: '#3a1d1d',
  amber: '#f2b45c',
  amberSoft: '#38290f',
  amberStripe: '#4a3715',
  green: '#6fcf9a',
  greenSoft: '#153326',
  violet: '#b0a2ff',
  violetSoft: '#28233f',
  greySoft: '#26323a',
  rail: '#0a1114',
  railInk: '#93a5ad',
  railHere: '#ffffff',
  railHereGround: '#172429',
  shade: 'rgb(0 0 0 / 0.55)',
}

/** Sizes shared by every screen; a 4-pixel grid. */
const sizes = {
  'text-small': '0.6875rem',
  'text-second': '0.75rem',
  text: '0.8125rem',
  'text-large': '0.9375rem',
  'text-figure': '1.25rem',
  'radius-panel': '9px',
  'radius-button': '7px',
  'radius-block': '5px',
  'rail-width': '74px',
  'header-height': '46px',
  'footer-height': '28px',
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const variables = (shades: Record<string, string>) =>
  Object.fromEntries(Object.entries(shades).map(([name, value]) => [`--${kebab(name)}`, value]))

/** Every colour and size of the desk as CSS variables: `var(--accent)`, `var(--text-second)`. Mantine's own follow them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: variables(sizes),
  light: { ...variables(light), ...mantineNames },
  dark: { ...variables(dark), ...mantineNames },
})

const mantineNames = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-dimmed': 'var(--second)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-error': 'var(--red)',
}

const teal = [
  '#e2f1f1',
  '#c9e5e6',
  '#9fd2d4',
  '#73bfc2',
  '#4eacb0',
  '#2b959a',
  '#0b6e75',
  '#095d63',
  '#074c51',
  '#053b3f',
] as unknown as MantineColorsTuple

/** Mantine draws its dark inputs and menus from these. */
const night = [
  dark.ink,
  '#c5d0d7',
  dark.second,
  dark.faint,
  dark.strongLine,
  dark.greySoft,
  dark.panel,
  dark.ground,
  dark.sunken,
  dark.rail,
] as unknown as MantineColorsTuple

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 4 },
  colors: { teal, dark: night },
  fontFamily: "'Inter Variable', system-ui, 'Noto Color Emoji', sans-serif",
  fontSizes: { xs: '0.6875rem', sm: '0.75rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.25rem' },
  defaultRadius: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
})
