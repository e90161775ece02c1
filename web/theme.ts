import type { ThemeConfig } from 'antd'

/** Ink blue for what one does, cinnabar for the seal and what is late, paper and hairlines for the rest. */
export const ink = {
  deep: '#12283f',
  blue: '#1d4268',
  cinnabar: '#a93226',
  pine: '#2c6e49',
  amber: '#8a5a00',
  text: '#1c2530',
  quiet: '#55606d',
  hairline: '#ddd8cd',
  paper: '#f6f4ee',
  sheet: '#fffefb',
} as const

const sans =
  "'Inter', 'Helvetica Neue', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Droid Sans Fallback', sans-serif"

/** The kit in the house's colours. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: ink.blue,
    colorLink: ink.blue,
    colorLinkHover: ink.cinnabar,
    colorError: ink.cinnabar,
    colorSuccess: ink.pine,
    colorWarning: ink.amber,
    colorText: ink.text,
    colorTextSecondary: ink.quiet,
    colorTextTertiary: ink.quiet,
    colorTextDescription: ink.quiet,
    colorTextPlaceholder: '#6b7480',
    colorBorder: '#c3bfb4',
    colorBorderSecondary: ink.hairline,
    colorBgLayout: ink.paper,
    colorBgContainer: ink.sheet,
    colorBgElevated: ink.sheet,
    borderRadius: 4,
    fontFamily: sans,
    fontSize: 14,
    controlHeight: 36,
    wireframe: false,
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tabs: { titleFontSize: 15, inkBarColor: ink.cinnabar, itemSelectedColor: ink.deep },
    Modal: { titleFontSize: 17 },
  },
}
