import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import './base.css';
import { applyTheme } from './theme.ts';
import { antdTheme } from './theme-antd.ts';
import { ToastHost } from './toast.tsx';
import { outsideProvider, UiContext, type UiSettings, uiWords } from './ui-context.ts';

export interface UiProviderProps extends Partial<Omit<UiSettings, 'words'>> {
  readonly children: ReactNode;
}

/** Once around the product: theme, language, lookups, toasts. */
export function UiProvider({ children, ...given }: UiProviderProps) {
  const { locale, mode, zone, navigate, lookup, namesOf } = { ...outsideProvider, ...given };
  const settings = useMemo<UiSettings>(
    () => ({ locale, mode, zone, navigate, lookup, namesOf, words: uiWords(locale) }),
    [locale, mode, zone, navigate, lookup, namesOf],
  );
  const theme = useMemo(() => antdTheme(mode), [mode]);
  dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en');
  useLayoutEffect(() => {
    applyTheme(mode);
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [mode, locale]);
  return (
    <UiContext.Provider value={settings}>
      <ConfigProvider
        theme={theme}
        locale={locale === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <ToastHost>{children}</ToastHost>
      </ConfigProvider>
    </UiContext.Provider>
  );
}
