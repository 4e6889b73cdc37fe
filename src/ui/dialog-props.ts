import type { ReactNode } from 'react';

export interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** 440 for a question, 640 for a form. */
  readonly size?: 'small' | 'form';
  /** Buttons at the foot; a Form inside brings its own. */
  readonly footer?: ReactNode;
  /** Padding around children; a Form brings its own. */
  readonly padded?: boolean;
  readonly children: ReactNode;
}
