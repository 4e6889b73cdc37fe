import { type ThemeConfig, theme } from 'antd';
import { fontFamily, type Mode, type Tokens, tokens } from './theme.ts';

const sizes = {
  fontFamily,
  fontSize: 13,
  fontSizeSM: 12,
  fontSizeLG: 14,
  fontSizeHeading1: 24,
  fontSizeHeading2: 20,
  fontSizeHeading3: 16,
  fontSizeHeading4: 14,
  fontSizeHeading5: 13,
  fontWeightStrong: 600,
  controlHeight: 30,
  controlHeightSM: 24,
  controlHeightLG: 36,
  borderRadius: 6,
  borderRadiusXS: 3,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  padding: 16,
  paddingSM: 12,
  paddingXS: 8,
  paddingXXS: 4,
  boxShadowTertiary: 'none',
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.18s',
  motionEaseInOut: 'cubic-bezier(.2,0,0,1)',
};

function colours(t: Tokens) {
  return {
    colorPrimary: t.accent,
    colorPrimaryHover: t.accentHover,
    colorPrimaryActive: t.accentActive,
    colorPrimaryBg: t.accentSoft,
    colorPrimaryBorder: t.accentLine,
    colorTextLightSolid: t.onAccent,
    colorSuccessBg: t.okSoft,
    colorWarningBg: t.warnSoft,
    colorErrorBg: t.badSoft,
    colorText: t.text,
    colorTextSecondary: t.text2,
    colorTextTertiary: t.text3,
    colorTextQuaternary: t.disabled,
    colorTextPlaceholder: t.text3,
    colorBgBase: t.surface,
    colorBgContainer: t.surface,
    colorBgLayout: t.canvas,
    colorBgElevated: t.raised,
    colorBgMask: t.mask,
    colorBorder: t.control,
    colorBorderSecondary: t.line,
    colorSplit: t.line,
    colorFillQuaternary: t.sunken,
    colorFillTertiary: t.hover,
    controlItemBgHover: t.hover,
    controlItemBgActive: t.accentSoft,
    boxShadow: t.shadow2,
    boxShadowSecondary: t.shadow2,
  };
}

function components(t: Tokens): ThemeConfig['components'] {
  return {
    Button: {
      primaryColor: t.onAccent,
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      fontWeight: 400,
      contentFontSizeSM: 12,
      paddingInline: 12,
      paddingInlineSM: 8,
      defaultBorderColor: t.lineStrong,
      textHoverBg: t.hover,
    },
    Segmented: { trackBg: t.hover, itemSelectedBg: t.segment, trackPadding: 2, itemColor: t.text2 },
    Checkbox: { controlInteractiveSize: 14 },
    Radio: { radioSize: 14 },
    Switch: { trackHeight: 18, trackMinWidth: 32, handleSize: 14 },
    Input: { paddingInline: 10 },
    Progress: { defaultColor: t.accent, remainingColor: t.line },
    Tooltip: { colorBgSpotlight: t.tooltip, colorTextLightSolid: '#FFFFFF' },
  };
}

/** antd's theme from our tokens. */
export function antdTheme(mode: Mode): ThemeConfig {
  const t = tokens[mode];
  const base = mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return {
    cssVar: { key: `yd-${mode}` },
    // The dark algorithm dulls seed colours: the second function puts the exact ones back.
    algorithm: [
      base,
      (seed, map) => ({
        ...(map ?? base(seed)),
        colorPrimary: t.accent,
        colorInfo: t.accent,
        colorLink: t.accent,
        colorSuccess: t.ok,
        colorWarning: t.warn,
        colorError: t.bad,
      }),
    ],
    token: { ...sizes, ...colours(t) },
    components: components(t),
  };
}
