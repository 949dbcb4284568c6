/** A day to type in as day, month and year (as the GOV.UK Design System does it): no calendar to click through. */
import type { ReactNode } from "react";
import "./day-field.css";
import "./field.css";

/** What stands in the three fields. */
export interface DayTyped {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

interface DayFieldProps {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly value: DayTyped;
  readonly onChange: (value: DayTyped) => void;
}

const parts = [
  { name: "day", label: "Day" },
  { name: "month", label: "Month" },
  { name: "year", label: "Year" },
] as const;

/** The first of its fields has the id. */
export function DayField({
  id,
  legend,
  hint,
  error = null,
  value,
  onChange,
}: DayFieldProps): ReactNode {
  const about = [hint ? `${id}-hint` : "", error === null ? "" : `${id}-error`].join(" ").trim();
  return (
    <fieldset
      className={error === null ? "field day-field" : "field day-field field-wrong"}
      aria-describedby={about === "" ? undefined : about}
    >
      <legend className="field-label">{legend}</legend>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error === null ? null : (
        <p className="field-error" id={`${id}-error`}>
          <span className="only-read-out">Error: </span>
          {error}
        </p>
      )}
      <div className="day-field-parts">
        {parts.map(({ name, label }, at) => (
          <label key={name} htmlFor={at === 0 ? id : `${id}-${name}`}>
            {label}
            <input
              id={at === 0 ? id : `${id}-${name}`}
              className={`field-input day-field-${name}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={name === "year" ? 4 : 2}
              aria-invalid={error === null ? undefined : true}
              value={value[name]}
              onChange={(event) => onChange({ ...value, [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The fields as they are filled in for a day such as `2027-03-31`. */
export function typedDay(day: string | null): DayTyped {
  const [year = "", month = "", date = ""] = day?.split("-") ?? [];
  const number = (digits: string): string => digits.replace(/^0/, "");
  return { day: number(date), month: number(month), year };
}

/** `2027-03-31`; "" when nothing is filled in. It may be no day of the calendar. */
export function dayTyped({ day, month, year }: DayTyped): string {
  const digits = [year.trim(), month.trim(), day.trim()];
  if (digits.every((part) => part === "")) return "";
  return digits.map((part, at) => (at === 0 ? part : part.padStart(2, "0"))).join("-");
}
