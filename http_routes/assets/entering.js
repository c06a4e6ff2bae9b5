// The browser hands a ticket to the server and gets its cookie; or gives the cookie back.

const sent = new Map() // ticket -> whether it was taken; a ticket is good once
const PAUSES = [0, 1000, 3000, 8000] // before each try, while there is no answer; a ticket lives for a minute

async function post(path, fields) {
  for (const pause of PAUSES) {
    await new Promise(resolve => setTimeout(resolve, pause))
    try {
      const answer = await fetch(new URL(path, import.meta.url), {
        method: "POST",
        credentials: "same-origin",
        body: new URLSearchParams(fields),
      })
      if (answer.status < 500) return answer.ok
    } catch {
      // no answer: try again
    }
  }
  return false
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
  setTriggerValue(taken ? "done" : "failed", true)
}

export async function leave({ data, parentElement }) {
  hide(parentElement)
  if (await post("../leave", { workshop: data.workshop ?? "" })) location.assign(new URL("..", import.meta.url))
}
