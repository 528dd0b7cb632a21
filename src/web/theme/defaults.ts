import type { MantineThemeOverride } from '@mantine/core';

/** How Mantine's components look unless a screen says otherwise: small, quiet, one border. */
export const defaults: NonNullable<MantineThemeOverride['components']> = {
  Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 500 } } },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
  Anchor: { defaultProps: { underline: 'hover' } },
  Badge: { defaultProps: { variant: 'light', radius: 'xs', size: 'md' }, styles: { label: { textTransform: 'none', fontWeight: 500 } } },
  Card: { defaultProps: { withBorder: true, shadow: 'none' } },
  Checkbox: { defaultProps: { size: 'sm', radius: 'xs' } },
  Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.4 }, transitionProps: { duration: 120 } } },
  // Wider than the screen it would lie half beside it.
  Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: { duration: 80 } }, styles: { dropdown: { maxWidth: 'calc(100vw - 16px)' } } },
  Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 }, transitionProps: { duration: 120 } } },
  NavLink: { defaultProps: { variant: 'subtle' } },
  Paper: { defaultProps: { withBorder: true, shadow: 'none' } },
  Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } }, styles: { dropdown: { maxWidth: 'calc(100vw - 16px)' } } },
  Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
  SegmentedControl: { defaultProps: { size: 'sm' } },
  Table: { defaultProps: { fz: 'sm', verticalSpacing: 8 } },
  Text: { defaultProps: { size: 'sm' } },
  TextInput: { defaultProps: { size: 'sm' } },
  PasswordInput: { defaultProps: { size: 'sm' } },
  Tooltip: { defaultProps: { withArrow: true, openDelay: 300, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } } },
};
