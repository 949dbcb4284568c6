"""Accepts or rejects all tracked changes of Word files in a running LibreOffice, and saves their text.

Arguments: the name of the pipe that LibreOffice listens at, then three for each file: its address, the
address to save its text at, and AcceptAllTrackedChanges, RejectAllTrackedChanges or - for neither.
"""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def named(name, value):
    return PropertyValue(Name=name, Value=value)


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


pipe, *wanted = sys.argv[1:]
context = connect(pipe)
make = context.ServiceManager.createInstanceWithContext
desktop = make("com.sun.star.frame.Desktop", context)
dispatcher = make("com.sun.star.frame.DispatchHelper", context)
as_text = (named("FilterName", "Text (encoded)"), named("FilterOptions", "UTF8,LF"))
for source, target, answer in zip(*[iter(wanted)] * 3):
    document = desktop.loadComponentFromURL(source, "_blank", 0, (named("Hidden", True),))
    if answer != "-":
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, f".uno:{answer}", "", 0, ())
    document.storeToURL(target, as_text)
    document.close(True)
