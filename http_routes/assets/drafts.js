// What somebody has typed and not sent yet is kept in their own browser: a phone that is put away may
// throw the page out, and with it everything in its fields. It is forgotten once it was sent.

const PREFIX = "common-terms:draft:"
const LONGEST = 7 * 24 * 3600 * 1000
const kept = new Map() // class of a field -> under which name its text is kept

function hide(parent) {
  const place = (parent.host ?? parent).closest('[data-testid="stElementContainer"]')
  place?.setAttribute("aria-hidden", "true")
  if (place) place.style.cssText = "position:absolute;width:0;height:0;overflow:hidden"
}

function stored(name) {
  try {
    const { text, at } = JSON.parse(localStorage.getItem(name)) ?? {}
    return Date.now() - at < LONGEST ? text : ""
  } catch {
    return ""
  }
}

function store(name, text) {
  try {
    if (text) localStorage.setItem(name, JSON.stringify({ text, at: Date.now() }))
    else localStorage.removeItem(name)
  } catch {
    // No room, or a browser that keeps nothing: then nothing is kept.
  }
}

// Streamlit's fields belong to React, which notices a value only when it is set as typing sets it.
function type(field, text) {
  const before = document.activeElement
  field.focus({ preventScroll: true })
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text)
  field.dispatchEvent(new Event("input", { bubbles: true }))
  field.blur()
  if (before instanceof HTMLElement && before !== field) before.focus({ preventScroll: true })
}

async function found(field) {
  for (let tries = 0; tries < 20; tries++) {
    const place = document.querySelector(`.${CSS.escape(field)} textarea`)
    if (place && !place.disabled) return place
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

export async function keep({ data, parentElement }) {
  hide(parentElement)
  const name = PREFIX + data.about
  if (kept.get(data.field) === name) return
  kept.set(data.field, name)
  const field = await found(data.field)
  const text = stored(name)
  if (field && text && !field.value) type(field, text)
}

export function forget({ data, parentElement }) {
  hide(parentElement)
  kept.delete(data.field)
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX + data.about)) store(name, "")
}

document.addEventListener(
  "input",
  event => {
    const place = event.target.closest?.('[class*="st-key-"]')
    const field = [...(place?.classList ?? [])].find(name => kept.has(name))
    if (field && event.target.matches("textarea")) store(kept.get(field), event.target.value)
  },
  true,
)
