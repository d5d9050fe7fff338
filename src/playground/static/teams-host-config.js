/** How Teams dresses Adaptive Cards (its type scale, spacing and colours), in its light and dark themes. */

const light = {
  text: '#242424',
  subtle: '#616161',
  accent: '#5b5fc7',
  good: '#107c41',
  warning: '#8a5a00',
  attention: '#c4314b',
  card: '#ffffff',
  emphasis: '#f5f5f5',
  line: '#e0e0e0',
};

const dark = {
  text: '#ffffff',
  subtle: '#adadad',
  accent: '#a8acff',
  good: '#92c353',
  warning: '#f8d22a',
  attention: '#f9526b',
  card: '#292929',
  emphasis: '#333333',
  line: '#525252',
};

/**
 * @param {boolean} isDark
 * @returns {object}
 */
export function teamsHostConfig(isDark) {
  const colours = isDark ? dark : light;
  /** @param {string} colour @param {string} [subtle] */
  const tone = (colour, subtle = colour) => ({ default: colour, subtle });
  const foregroundColors = {
    default: tone(colours.text, colours.subtle),
    dark: tone('#242424', '#616161'),
    light: tone('#ffffff', '#d6d6d6'),
    accent: tone(colours.accent),
    good: tone(colours.good),
    warning: tone(colours.warning),
    attention: tone(colours.attention),
  };
  const style = { backgroundColor: colours.card, borderColor: colours.line, foregroundColors };
  const emphasis = { ...style, backgroundColor: colours.emphasis };
  return {
    hostCapabilities: {},
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif',
    fontTypes: {
      default: {
        fontFamily: '"Segoe UI", -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif',
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 300, default: 400, bolder: 600 },
      },
      monospace: {
        fontFamily: 'Consolas, "SF Mono", Menlo, "Liberation Mono", monospace',
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 300, default: 400, bolder: 600 },
      },
    },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style,
      emphasis,
      accent: { ...emphasis, backgroundColor: isDark ? '#2f2f4a' : '#e8ebfa' },
      good: { ...emphasis, backgroundColor: isDark ? '#1e3321' : '#e7f2da' },
      warning: { ...emphasis, backgroundColor: isDark ? '#3d3215' : '#fbf6d9' },
      attention: { ...emphasis, backgroundColor: isDark ? '#442127' : '#fcf4f6' },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
      preExpandSingleShowCardAction: false,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    factSet: {
      title: { size: 'default', color: 'default', isSubtle: false, weight: 'bolder', wrap: true },
      value: { size: 'default', color: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 16,
    },
    textStyles: {
      heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' },
      columnHeader: {
        size: 'default',
        weight: 'bolder',
        color: 'default',
        isSubtle: false,
        fontType: 'default',
      },
    },
    textBlock: { headingLevel: 3 },
    table: { cellSpacing: 8 },
  };
}
