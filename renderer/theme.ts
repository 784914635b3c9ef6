import type { ThemeConfig } from 'antd';

/** Dense and quiet: one blue for what can be pressed, grey surfaces, no motion. `textPx` is the clerk's own choice, 14 to 20. */
export function themeFor(textPx: number): ThemeConfig {
  return {
    token: {
      fontSize: textPx,
      colorPrimary: '#2b5c8f',
      colorInfo: '#2b5c8f',
      colorSuccess: '#2d6a3e',
      colorWarning: '#8a5a00',
      colorError: '#b3261e',
      colorLink: '#1f5490',
      colorText: '#1c2024',
      colorTextSecondary: '#4a525a',
      colorTextTertiary: '#5b636b',
      colorTextDisabled: '#6b737b',
      colorTextPlaceholder: '#6b737b',
      colorBgLayout: '#eef0f2',
      colorBorder: '#b9c0c7',
      colorBorderSecondary: '#d9dde1',
      borderRadius: 3,
      controlHeightSM: textPx + 14,
      fontFamily: 'var(--font)',
      motion: false,
      wireframe: false,
    },
    components: {
      Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#e8ebee', headerColor: '#1c2024' },
      Tabs: { horizontalItemPaddingSM: '6px 4px' },
      Segmented: { itemSelectedBg: '#dbe7f3', trackBg: '#e8ebee' },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  };
}
