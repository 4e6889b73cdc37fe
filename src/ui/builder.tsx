import { type ReactNode, useEffect, useRef, useState } from 'react';
import './builder.css';

/** What is being made on the left, what others will see of it on the right; below one another on a phone. */
export function Builder({
  children,
  preview,
}: {
  readonly children: ReactNode;
  readonly preview: ReactNode;
}) {
  return (
    <div className="yd-builder">
      <div className="yd-builder-left">{children}</div>
      <div className="yd-builder-right">{preview}</div>
    </div>
  );
}

/** A part of the left side, at reading width. */
export function BuilderPart({ children }: { readonly children: ReactNode }) {
  return <div className="yd-builder-part">{children}</div>;
}

/** One line of a list that is put together: name, two inputs, a switch, its verbs. */
export function BuilderRow({ children }: { readonly children: ReactNode }) {
  return <div className="yd-builder-row">{children}</div>;
}

/** The same thing in both languages, side by side. */
export function BuilderPair({ children }: { readonly children: ReactNode }) {
  return <div className="yd-builder-pair">{children}</div>;
}

/** Code to copy into another page. */
export function Code({ children }: { readonly children: string }) {
  return <code className="yd-code">{children}</code>;
}

interface LiveFrameProps {
  readonly src: string;
  readonly title: string;
  /** Told to the page inside whenever it changes, and once it says that it is ready. */
  readonly message: Readonly<Record<string, unknown>>;
}

/** A page of our own inside this one, drawn anew with every change of what it is told. */
export function LiveFrame({ src, title, message }: LiveFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.source === frame.current?.contentWindow && (event.data as { ydReady?: boolean }).ydReady)
        setReady(true);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage(message, window.location.origin);
  }, [ready, message]);
  return <iframe className="yd-builder-frame" ref={frame} src={src} title={title} />;
}
