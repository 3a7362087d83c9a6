"""A box to sign in. Without script it stays hidden, and paper does."""

from django import forms


class SignaturePad(forms.HiddenInput):
    """Holds the drawn picture as a data address; ``desk/sign.js`` puts the canvas to work."""

    template_name = "desk/acts/signature.html"
    input_type = "hidden"

    @property
    def is_hidden(self) -> bool:
        """It has a label and stands among the fields."""
        return False
