// The browser hands a ticket to the server and gets its cookie; or gives the cookie back.

const sent = new Map() // ticket -> whether it was taken; a ticket is good once

async function post(path, fields) {
  try {
    const answer = await fetch(new URL(path, import.meta.url), {
      method: "POST",
      credentials: "same-origin",
      body: new URLSearchParams(fields),
    })
    return answer.ok
  } catch {
    return false
  }
}

function hide(parent) {
  const place = (parent.host ?? parent).closest('[data-testid="stElementContainer"]')
  place?.setAttribute("aria-hidden", "true")
  if (place) place.style.cssText = "position:absolute;width:0;height:0;overflow:hidden"
}

export async function enter({ data, parentElement, setTriggerValue }) {
  hide(parentElement)
  if (sent.has(data.ticket)) return
  sent.set(data.ticket, null)
  const taken = await post("../enter", { ticket: data.ticket })
  sent.set(data.ticket, taken)
  if (taken) dispatchEvent(new Event("common-terms:entered"))
  setTriggerValue("done", taken)
}

export async function leave({ data, parentElement }) {
  hide(parentElement)
  if (await post("../leave", { workshop: data.workshop ?? "" })) location.assign(new URL("..", import.meta.url))
}
