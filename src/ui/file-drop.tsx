import { Paperclip, X } from 'lucide-react';
import { useId, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { useUiWords } from './ui-context.ts';
import './wizard.css';

export interface FileDropProps {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  /** `.csv,.xlsx` */
  readonly accept?: string;
  readonly maxMb?: number;
  readonly many?: boolean;
  readonly hint?: string;
}

function sizeText(bytes: number): string {
  return bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** Files by dragging or choosing; too big or of another kind is said at once, before anything is sent. */
export function FileDrop({ files, onFiles, accept, maxMb = 20, many = false, hint }: FileDropProps) {
  const words = useUiWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  function take(given: FileList | null) {
    const taken: File[] = [];
    setProblem(undefined);
    for (const file of given ?? []) {
      const ending = `.${file.name.split('.').at(-1)?.toLowerCase() ?? ''}`;
      if (accept && !accept.split(',').includes(ending)) setProblem(words.fileType(file.name, accept));
      else if (file.size > maxMb * 1_048_576) setProblem(words.fileTooBig(file.name, `${maxMb} MB`));
      else taken.push(file);
    }
    if (taken.length > 0) onFiles(many ? [...files, ...taken] : taken.slice(0, 1));
  }
  return (
    <div>
      <label
        htmlFor={id}
        className={over ? 'yd-drop yd-drop-over' : 'yd-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <span>
          {words.dropFile}
          <span className="yd-tone-accent">{words.chooseFile}</span>
        </span>
        {hint ? <span className="yd-text3">{hint}</span> : null}
        <input
          id={id}
          type="file"
          className="yd-visually-hidden"
          accept={accept}
          multiple={many}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      {problem ? (
        <p className="yd-field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <ul>
        {files.map((file) => (
          <li className="yd-drop-file" key={`${file.name}-${file.size}-${file.lastModified}`}>
            <Paperclip size={14} aria-hidden />
            <span className="yd-ellipsis">{file.name}</span>
            <span className="yd-text3">{sizeText(file.size)}</span>
            <IconButton
              icon={X}
              size={14}
              label={words.removeFile}
              onClick={() => onFiles(files.filter((one) => one !== file))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
