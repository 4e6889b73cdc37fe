import { Paperclip, X } from 'lucide-react';
import { useId, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { ProblemLine } from './problem-line.tsx';
import { useUiWords } from './ui-context.ts';
import type { UiWords } from './words.zh.ts';
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

const MEGA = 1_048_576;

function sizeText(bytes: number): string {
  return bytes < MEGA ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MEGA).toFixed(1)} MB`;
}

interface Taken {
  readonly files: readonly File[];
  readonly problem?: string;
}

function takeFiles(given: FileList | null, accept: string | undefined, maxMb: number, words: UiWords): Taken {
  const files: File[] = [];
  let problem: string | undefined;
  for (const file of given ?? []) {
    const ending = `.${file.name.split('.').at(-1)?.toLowerCase() ?? ''}`;
    if (accept && !accept.split(',').includes(ending)) problem = words.fileType(file.name, accept);
    else if (file.size > maxMb * MEGA) problem = words.fileTooBig(file.name, `${maxMb} MB`);
    else files.push(file);
  }
  return { files, problem };
}

function FileLine({ file, onRemove }: { readonly file: File; readonly onRemove: () => void }) {
  const words = useUiWords();
  return (
    <li className="yd-drop-file">
      <Paperclip size={14} aria-hidden />
      <span className="yd-ellipsis">{file.name}</span>
      <span className="yd-text3">{sizeText(file.size)}</span>
      <IconButton icon={X} size={14} label={words.removeFile} onClick={onRemove} />
    </li>
  );
}

/** Files by dragging or choosing; too big or of another kind is said at once, before anything is sent. */
export function FileDrop({ files, onFiles, accept, maxMb = 20, many = false, hint }: FileDropProps) {
  const words = useUiWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  function take(given: FileList | null) {
    const taken = takeFiles(given, accept, maxMb, words);
    setOver(false);
    setProblem(taken.problem);
    if (taken.files.length > 0) onFiles(many ? [...files, ...taken.files] : taken.files.slice(0, 1));
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
      {problem ? <ProblemLine>{problem}</ProblemLine> : null}
      <FileLines files={files} onFiles={onFiles} />
    </div>
  );
}

function FileLines({ files, onFiles }: Pick<FileDropProps, 'files' | 'onFiles'>) {
  return (
    <ul>
      {files.map((file) => (
        <FileLine
          key={`${file.name}-${file.size}-${file.lastModified}`}
          file={file}
          onRemove={() => onFiles(files.filter((one) => one !== file))}
        />
      ))}
    </ul>
  );
}
