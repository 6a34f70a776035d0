# Base rights open, the ALD of the lines that ask for it, and the contract of the claim, on the day of the care.
package tierspayant

import rego.v1

default billable := false

billable if {
	covered
	ald_settled
	contract_settled
}

covered if {
	some period in input.coverage
	period.start <= input.care
	input.care <= period.end
}

asks_ald if {
	some line in input.lines
	line.exemption == "4"
}

ald_settled if not asks_ald

ald_settled if {
	some code in input.codes
	code.ald == "1"
	code.start <= input.care
	input.care <= code.end
}

contract_settled if not input.contract

contract_settled if {
	some contract in input.contracts
	contract.number == input.contract.number
	contract.type == input.contract.type
	contract.start <= input.care
	input.care <= contract.end
}
