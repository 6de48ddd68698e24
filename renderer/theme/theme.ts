import {
  ActionIcon,
  Button,
  Checkbox,
  Drawer,
  Input,
  Menu,
  Modal,
  Popover,
  SegmentedControl,
  Switch,
  Tabs,
  Tooltip,
  createTheme,
} from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e7f6f5',
  '#d1eae9',
  '#a5d4d3',
  '#76bdbc',
  '#4fa9a9',
  '#369d9d',
  '#187a7c',
  '#0b6b6f',
  '#085a5e',
  '#05484c',
];

/** Greys of the dark scheme, from text to ground; a trace of teal keeps them calm beside the accent. */
const dark: MantineColorsTuple = [
  '#e3e9ea',
  '#c3cdcf',
  '#9fadb1',
  '#6d7b7f',
  '#465154',
  '#2b3234',
  '#1f2425',
  '#181c1d',
  '#131718',
  '#0d1011',
];

/**
 * Mantine, made dense and calm: 13 px text, small controls, no shadows on the page. Dialogs do not lock
 * scrolling, because the page itself never scrolls and the lock would add a style element, which the
 * content security policy refuses.
 */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { teal, dark },
  fontFamily: 'var(--pd-font)',
  fontFamilyMonospace: 'var(--pd-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.3' },
      h2: { fontSize: '15px', lineHeight: '1.35' },
      h3: { fontSize: '13px', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs' },
      styles: { label: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 'md' },
    }),
    Input: Input.extend({
      vars: (_theme, props) =>
        props.size === undefined || props.size === 'sm'
          ? {
              wrapper: { '--input-height': '30px', '--input-fz': '13px', '--input-padding': '9px' },
            }
          : { wrapper: {} },
    }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm', withThumbIndicator: false } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, events: { hover: true, focus: true, touch: true } },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true },
      styles: { title: { fontSize: 15, fontWeight: 600 } },
    }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false } }),
  },
});
