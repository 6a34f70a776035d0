// A form made from a JSON Schema. An empty field is one that was not said; a fault is shown at its field.
const element = (tag, fields = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), fields);
  made.append(...inside);
  return made;
};

// What most claims say; the other fields stand below, until they are said.
const COMMON = new Set([
  "id", "setting", "care_date", "prescription_date", "card", "nature", "third_party", "contract", "lines",
  "category", "exemption", "relation", "amount_cents", "number", "type",
]);

export class Form {
  constructor(root, schema, words, name, changed) {
    Object.assign(this, { root, schema, words, name, changed });
  }

  show(value) {
    const open = new Set([...this.root.querySelectorAll("details[open]")].map((one) => one.dataset.place));
    const focus = document.activeElement?.dataset?.place;
    this.value = value;
    this.root.replaceChildren(this.object("claim", this.kind({ $ref: "#/$defs/Claim" }), value, open));
    if (focus) this.root.querySelector(`[data-place="${CSS.escape(focus)}"]`)?.focus();
  }

  // What a schema stands for, without references and without null.
  kind(schema) {
    if (schema.anyOf) return this.kind({ ...schema.anyOf.find((one) => one.type !== "null"), description: schema.description });
    if (!schema.$ref) return schema;
    return { ...this.schema.$defs[schema.$ref.split("/").pop()], description: schema.description };
  }

  object(place, schema, value, open) {
    const box = element("div");
    const fields = element("div", { className: "fields" });
    const rare = element("div", { className: "fields" });
    const more = element("details", { open: open.has(`${place}*`) }, element("summary", { textContent: this.words().more }), rare);
    more.dataset.place = `${place}*`;
    box.append(fields);
    const all = Object.keys(schema.properties).filter((key) => !COMMON.has(key)).length < 3;
    for (const [key, raw] of Object.entries(schema.properties)) {
      const kind = this.kind(raw);
      const here = `${place}.${key}`;
      const set = (given) => {
        if (given === undefined) delete value[key];
        else value[key] = given;
        this.changed();
      };
      const often = all || COMMON.has(key) || schema.required?.includes(key) || value[key] !== undefined;
      if (kind.type === "object") (often ? box : more).append(this.nested(here, key, kind, value, open));
      else if (kind.type === "array" && this.kind(kind.items).type === "object") box.append(this.list(here, key, kind, value, open));
      else (often ? fields : rare).append(this.field(here, key, kind, value[key], set, schema.required?.includes(key)));
    }
    if (!rare.children.length) rare.remove();
    if (more.children.length > 1) fields.after(more);
    return box;
  }

  nested(place, key, kind, value, open) {
    const box = element("details", { open: open.has(place) || value[key] !== undefined }, element("summary", { textContent: this.name(key) }));
    box.dataset.place = place;
    // The object is there once one of its fields is.
    const held = value[key] ?? {};
    const inner = new Form(this.root, this.schema, this.words, this.name, () => {
      if (Object.keys(held).length) value[key] = held;
      else delete value[key];
      this.changed();
    });
    box.append(inner.object(place, kind, held, open));
    return box;
  }

  list(place, key, kind, value, open) {
    const items = (value[key] ??= []);
    const box = element("fieldset", {}, element("legend", { textContent: this.name(key) }));
    box.dataset.place = place;
    items.forEach((item, at) => {
      const label = `${this.words().line} ${item.id ?? at + 1}`;
      const one = element("fieldset", {}, element("legend", { textContent: label }));
      one.append(this.object(`${place}[${at}]`, this.kind(kind.items), item, open));
      const remove = element("button", { type: "button", textContent: `${this.words().remove} : ${label}` });
      remove.onclick = () => { items.splice(at, 1); this.changed(); this.show(this.value); };
      if (items.length > 1) one.append(remove);
      box.append(one);
    });
    const add = element("button", { type: "button", textContent: `${this.words().add} : ${this.words().line}` });
    add.onclick = () => { items.push({ id: String(items.length + 1) }); this.changed(); this.show(this.value); };
    box.append(add);
    return box;
  }

  field(place, key, kind, value, set, required) {
    const id = `field-${place.replace(/[^a-z0-9_]/gi, "-")}`;
    const box = element("div", { className: "field", title: kind.description ?? "" });
    const label = element("label", { htmlFor: id, textContent: this.name(key) + (required ? " *" : "") });
    const input = this.input(kind, value, set);
    input.id = id;
    input.dataset.place = place;
    box.append(label, input);
    return box;
  }

  input(kind, value, set) {
    const choices = kind.enum ?? (kind.type === "boolean" ? [true, false] : null);
    if (choices) {
      const named = (one) => (one === true ? this.words().yes : one === false ? this.words().no : one);
      const select = element("select", {}, element("option", { value: "", textContent: this.words().none }));
      choices.forEach((one, at) => select.append(element("option", { value: String(at), textContent: named(one), selected: one === value })));
      select.onchange = () => set(select.value === "" ? undefined : choices[Number(select.value)]);
      return select;
    }
    const list = kind.type === "array";
    const input = element("input", { value: list ? (value ?? []).join(", ") : (value ?? ""), autocomplete: "off", spellcheck: false });
    if (kind.format === "date") input.type = "date";
    if (kind.type === "integer") Object.assign(input, { inputMode: "numeric" });
    input.oninput = () => {
      const given = input.value.trim();
      if (given === "" && !input.validity.badInput) set(undefined);
      else if (list) set(given.split(",").map((one) => one.trim()).filter(Boolean));
      else if (kind.type === "integer") set(/^-?\d+$/.test(given) ? Number(given) : given);
      else set(given);
    };
    return input;
  }

  // Shows what is wrong at its field, or at what holds it; says whether there is such a place.
  wrong(place, message) {
    this.right();
    for (let at = place; at; at = at.replace(/(\.[^.[\]]+|\[\d+\])$/, "")) {
      const found = this.root.querySelector(`[data-place="${CSS.escape(at)}"]`);
      if (found) {
        // The field says where it is.
        const said = message.startsWith(`${place}: `) ? message.slice(place.length + 2) : message;
        const told = element("p", { className: "wrong", id: "form-wrong", textContent: said });
        for (let out = found.closest("details"); out; out = out.parentElement.closest("details")) out.open = true;
        if (found.matches("input, select")) {
          found.setAttribute("aria-invalid", "true");
          found.setAttribute("aria-describedby", told.id);
          found.after(told);
        } else found.append(told);
        return true;
      }
      if (!/[.[]/.test(at)) break;
    }
    return false;
  }

  right() {
    this.root.querySelectorAll(".wrong").forEach((one) => one.remove());
    for (const one of this.root.querySelectorAll("[aria-invalid]")) {
      one.removeAttribute("aria-invalid");
      one.removeAttribute("aria-describedby");
    }
  }
}
